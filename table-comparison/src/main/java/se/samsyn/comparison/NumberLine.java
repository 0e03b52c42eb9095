package se.samsyn.comparison;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whole numbers, cut wherever a span of any table begins or ends: what lies between two cuts is
 * told apart by no table, and each span is some of these pieces.
 */
final class NumberLine {
  private final TreeSet<Long> cuts = new TreeSet<>();

  /** Whole numbers, both ends included; the last of all is never among them. */
  record Span(long from, long to) {
    Span {
      to = Math.min(to, Long.MAX_VALUE - 1);
    }
  }

  void cut(Span span) {
    cuts.add(span.from());
    cuts.add(span.to() + 1);
  }

  /** The names of the pieces of a span that was cut before. */
  Set<String> pieces(Span span) {
    Set<String> pieces = new LinkedHashSet<>();
    SortedSet<Long> ends = cuts.subSet(span.from(), false, span.to() + 1, true);
    long from = span.from();
    for (long end : ends) {
      pieces.add(from + ".." + (end - 1));
      from = end;
    }
    return pieces;
  }
}
