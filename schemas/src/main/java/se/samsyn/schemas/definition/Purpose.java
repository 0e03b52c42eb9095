package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an indicator is for: some of the five questions, or another instrument of follow-up. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Purpose.Answers.class), @JsonSubTypes.Type(Purpose.PartOf.class)})
public sealed interface Purpose {
  /**
   * It answers one or more of the five questions. One table may answer several (how many received,
   * what it contained, who gave it); it is sent once, since two tables over the same records could
   * be played against each other.
   */
  record Answers(List<Answer> answers) implements Purpose {
    public Answers {
      answers = List.copyOf(answers);
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("a purpose answers at least one question");
      }
    }
  }

  /** It belongs to another instrument. */
  record PartOf(Instrument instrument) implements Purpose {
    public PartOf {
      Objects.requireNonNull(instrument, "instrument");
    }
  }

  /**
   * One question, and the dimension whose classes are the answer.
   *
   * @param by empty where the total is the answer, or the agencies are (actors)
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Answer(Question question, Optional<DimensionId> by) {
    public Answer {
      Objects.requireNonNull(question, "question");
      by = by == null ? Optional.empty() : by;
    }
  }
}
