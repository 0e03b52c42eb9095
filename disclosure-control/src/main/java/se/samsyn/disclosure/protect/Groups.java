package se.samsyn.disclosure.protect;

import java.util.stream.IntStream;

/** Numbers from 0 that are joined to groups (Tarjan 1975, union and find). */
final class Groups {
  private final int[] above;

  Groups(int size) {
    above = IntStream.range(0, size).toArray();
  }

  int of(int member) {
    int top = member;
    while (above[top] != top) {
      above[top] = above[above[top]];
      top = above[top];
    }
    return top;
  }

  void join(int a, int b) {
    above[Math.max(of(a), of(b))] = Math.min(of(a), of(b));
  }

  /** Of each member its group's number, from 0 in the order of their first members. */
  int[] numbers() {
    int[] number = new int[above.length];
    int count = 0;
    for (int i = 0; i < above.length; i++) {
      number[i] = of(i) == i ? count++ : number[of(i)];
    }
    return number;
  }
}
