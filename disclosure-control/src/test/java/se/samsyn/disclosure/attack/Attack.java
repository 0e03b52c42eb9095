package se.samsyn.disclosure.attack;

import java.util.BitSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/** An attacker with another solver than the engine's, and with a program written anew. */
public final class Attack {
  private Attack() {}

  /** The least and the greatest value of a cell; the greatest is cut off at {@code far}. */
  public record Range(double lower, double upper) {}

  public static Range range(
      TableSpace space, long[] published, BitSet hidden, int cell, boolean whole, long far) {
    return new Range(
        solve(space, published, hidden, cell, whole, far, false),
        solve(space, published, hidden, cell, whole, far, true));
  }

  private static double solve(
      TableSpace space,
      long[] published,
      BitSet hidden,
      int cell,
      boolean whole,
      long far,
      boolean maximise) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[space.size()];
    for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
      variables[i] =
          model
              .addVariable("x" + i)
              .lower(space.lower(i))
              .upper(Math.min(space.upper(i), far))
              .integer(whole);
    }
    for (int r = 0; r < space.relations().size(); r++) {
      Relation relation = space.relations().get(r);
      Expression row = model.newExpression("r" + r);
      long constant = relation.constant();
      boolean any = false;
      for (int i = 0; i < relation.cells().length; i++) {
        if (hidden.get(relation.cells()[i])) {
          row.set(variables[relation.cells()[i]], relation.coefficients()[i]);
          any = true;
        } else {
          constant -= relation.coefficients()[i] * published[relation.cells()[i]];
        }
      }
      if (any) {
        row.level(constant);
      }
    }
    variables[cell].weight(1);
    Optimisation.Result result = maximise ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      throw new AssertionError("the attacker found no table: " + result.getState());
    }
    return result.get(model.indexOf(variables[cell])).doubleValue();
  }
}
