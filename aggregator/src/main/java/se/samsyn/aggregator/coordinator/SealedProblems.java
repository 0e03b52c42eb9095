package se.samsyn.aggregator.coordinator;

import se.samsyn.aggregator.dashboard.text.RefusedText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.sealed.SealedRefusal;

/** At which field of the sealed form it is said why it cannot be opened. */
final class SealedProblems {
  private SealedProblems() {}

  /** What the agencies would refuse is said rule by rule, each where it can be mended. */
  static void say(FilledForm form, ActionRefused refused, Texts texts) {
    if (refused.why() != Why.SEALED_RULES) {
      form.refuse(field(refused.why()), refused);
      return;
    }
    for (Object about : refused.about()) {
      if (about instanceof SealedRefusal rule) {
        form.say(field(rule), RefusedText.rule(rule, texts));
      }
    }
  }

  private static String field(Why why) {
    return switch (why) {
      case COMBINATIONS_NOT_DECLARED -> "possible";
      case ROLES_NOT_FILLED, ROLE_KEY_NOT_OFFERED, ROLE_UNDER_SAME_AUTHORITY -> "roles";
      case AGGREGATOR_NOT_NAMED -> "aggregator";
      case AGENCY_UNKNOWN, UNIT_UNKNOWN -> "agencies";
      case UNITS_UNKNOWN, MUNICIPALITIES_ARE_UNITS -> "units";
      case DIMENSION_IS_MULTIPLE, DIMENSION_UNKNOWN -> "without";
      default -> "period";
    };
  }

  private static String field(SealedRefusal rule) {
    return switch (rule) {
      case MINIMUM_FREQUENCY_TOO_LOW -> "k";
      case TOO_FEW_ONLOOKERS -> "t";
      case FEWER_THAN_THREE_AGENCIES, UNIT_WITH_TOO_FEW_AGENCIES, UNKNOWN_UNIT -> "agencies";
      case ROLES_UNDER_ONE_AUTHORITY,
          ROLE_OF_THE_AGGREGATOR,
          ROLE_KEY_IS_NOT_THE_ROSTERS,
          ROLE_KEY_IS_NOT_ITS_OWN ->
          "roles";
      case COMBINATION_NOT_POSSIBLE -> "possible";
      case SINGLE_CHILD, NOT_A_SINGLE_DIMENSION, DIMENSION_LEFT_OUT, TOO_LARGE -> "without";
      default -> "period";
    };
  }
}
