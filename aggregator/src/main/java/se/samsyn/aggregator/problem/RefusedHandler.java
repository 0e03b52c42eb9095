package se.samsyn.aggregator.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.BufferLengthExceededHandler;
import io.micronaut.http.server.exceptions.ContentLengthExceededHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import se.samsyn.schemas.message.Refusal;

/** The one place where a refusal becomes an answer. */
final class RefusedHandler {
  private RefusedHandler() {}

  private static HttpResponse<Problem> answer(RefusalCounts counts, Refusal reason, String detail) {
    counts.count(reason);
    return HttpResponse.<Problem>status(HttpStatus.valueOf(reason.status()))
        .contentType(Problem.MEDIA_TYPE)
        .body(Problem.of(reason, detail));
  }

  /** What the features refuse. */
  @Singleton
  @Produces(Problem.MEDIA_TYPE)
  static final class OfFeatures implements ExceptionHandler<Refused, HttpResponse<Problem>> {
    private final RefusalCounts counts;

    OfFeatures(RefusalCounts counts) {
      this.counts = counts;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, Refused refused) {
      return answer(counts, refused.reason(), refused.getMessage());
    }
  }

  /** What the server refuses to read, because it is too large. */
  @Singleton
  @Produces(Problem.MEDIA_TYPE)
  @Replaces(ContentLengthExceededHandler.class)
  static final class OfLargeBodies
      implements ExceptionHandler<ContentLengthExceededException, HttpResponse<Problem>> {
    private final RefusalCounts counts;

    OfLargeBodies(RefusalCounts counts) {
      this.counts = counts;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, ContentLengthExceededException e) {
      return answer(counts, Refusal.TOO_LARGE, "the body is larger than any table can be");
    }
  }

  /** The same for a body that comes without saying how long it is. */
  @Singleton
  @Produces(Problem.MEDIA_TYPE)
  @Replaces(BufferLengthExceededHandler.class)
  static final class OfEndlessBodies
      implements ExceptionHandler<BufferLengthExceededException, HttpResponse<Problem>> {
    private final RefusalCounts counts;

    OfEndlessBodies(RefusalCounts counts) {
      this.counts = counts;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, BufferLengthExceededException e) {
      return answer(counts, Refusal.TOO_LARGE, "the body is larger than any table can be");
    }
  }
}
