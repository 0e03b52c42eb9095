package se.samsyn.aggregator.dashboard;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.WithdrawnCollection;
import se.samsyn.aggregator.note.Notes;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.message.CollectionId;

/** Many readers while the released collections change under them. */
class KeptPagesTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @Test
  void aReleaseIsMadeByOneRequestAndTheOthersReadOn() throws Exception {
    Changing tables = new Changing();
    tables.shown = tables.all.subList(1, tables.all.size());
    KeptPages pages = pages(tables);
    Shelf before = pages.nowOrAMomentAgo();
    tables.shown = tables.all;
    tables.slow = new CountDownLatch(1);
    Future<Shelf> first = threads.submit(pages::nowOrAMomentAgo);
    assertThat(tables.reading.await(10, SECONDS)).isTrue();
    assertThat(threads.submit(pages::nowOrAMomentAgo).get(10, SECONDS)).isSameAs(before);
    tables.slow.countDown();
    assertThat(first.get(10, SECONDS).newest()).contains(tables.all.get(0));
    assertThat(pages.nowOrAMomentAgo()).isSameAs(first.get());
  }

  @Test
  void whatIsTakenBackIsShownToNobodyWhoComesAfter() throws Exception {
    Changing tables = new Changing();
    KeptPages pages = pages(tables);
    assertThat(pages.nowOrAMomentAgo().newest()).contains(tables.all.get(0));
    tables.shown = tables.all.subList(1, tables.all.size());
    tables.slow = new CountDownLatch(1);
    Future<Shelf> first = threads.submit(pages::nowOrAMomentAgo);
    assertThat(tables.reading.await(10, SECONDS)).isTrue();
    Future<Shelf> second = threads.submit(pages::nowOrAMomentAgo);
    assertThatThrownBy(() -> second.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    tables.slow.countDown();
    for (Future<Shelf> one : List.of(first, second)) {
      assertThat(one.get(10, SECONDS).shown()).doesNotContain(tables.all.get(0));
    }
  }

  @Test
  void theCompressedPageIsThePage() throws Exception {
    Visitor visitor = aggregator.visitor(Role.STEERING);
    String cookies =
        visitor.cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    for (String path : List.of("/", "/collections/" + SampleTables.LATEST)) {
      URI address = aggregator.address().resolve(path);
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address)
                      .header("Accept-Encoding", "gzip, deflate, br")
                      .header("Cookie", cookies)
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().allValues("content-encoding")).containsExactly("gzip");
      try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(visitor.get(path).body())
            .contains("name=\"form\"", "id=\"assessed\"", "</html>");
      }
    }
  }

  private static KeptPages pages(JointTables tables) {
    return new KeptPages(
        tables,
        new CollectionPageMaker(tables, AreaMap.EMPTY),
        aggregator.bean(Html.class),
        aggregator.bean(Notes.class));
  }

  /** The sample's tables, of which some are shown, read as slowly as a test wants. */
  private static final class Changing implements JointTables {
    private final JointTables sample = aggregator.bean(JointTables.class);
    private final List<ClosedCollection> all = new ArrayList<>(sample.closed());
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile List<ClosedCollection> shown = all;
    private volatile CountDownLatch slow;

    @Override
    public List<ClosedCollection> closed() {
      return shown;
    }

    @Override
    public Optional<JointTable> find(CollectionId id, DefinitionRef definition) {
      if (slow != null) {
        reading.countDown();
        try {
          slow.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return sample.find(id, definition);
    }

    @Override
    public List<WithdrawnCollection> withdrawn() {
      return List.of();
    }
  }
}
