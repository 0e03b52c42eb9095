package se.samsyn.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that means to hold or to fill the agent: each exchange ends, with a reason. */
@Timeout(60)
class HostileAnswersTest {
  private static final int LARGEST = 1000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket socket;

  @BeforeEach
  void listen() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  @Test
  void aPeerThatNeverAnswersIsLeft() throws IOException {
    serve(out -> Thread.sleep(60_000));
    assertThat(post()).isEqualTo(new Answer.Unreachable(Answer.Cause.TIMEOUT));
    assertThat(connections).as("a bounded number of tries").hasValue(3);
  }

  @Test
  void aPeerThatDripsItsBodyIsLeft() throws IOException {
    serve(
        out -> {
          out.write(head(200, "Content-Length: 900"));
          for (int i = 0; i < 900; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(100);
          }
        });
    assertThat(post()).isEqualTo(new Answer.Unreachable(Answer.Cause.TIMEOUT));
  }

  @Test
  void anAnswerOfTheLargestSizeIsRead() throws IOException {
    serve(
        out -> {
          out.write(head(200, "Content-Length: " + LARGEST));
          out.write(new byte[LARGEST]);
        });
    assertThat(post())
        .isInstanceOfSatisfying(Answer.Success.class, a -> assertThat(a.body()).hasSize(LARGEST));
  }

  @Test
  void anAnswerOneByteLargerIsNotRead() throws IOException {
    serve(
        out -> {
          out.write(head(200, "Content-Length: " + (LARGEST + 1)));
          out.write(new byte[LARGEST + 1]);
        });
    assertThat(post()).isEqualTo(new Answer.Unreachable(Answer.Cause.TOO_LARGE));
    assertThat(connections).as("it is not asked for again").hasValue(1);
  }

  @Test
  void anEndlessAnswerIsCutOff() throws IOException {
    serve(
        out -> {
          out.write(head(200, "Transfer-Encoding: chunked"));
          while (true) {
            out.write("400\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[0x400]);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });
    assertThat(post()).isEqualTo(new Answer.Unreachable(Answer.Cause.TOO_LARGE));
  }

  @Test
  void aConnectionThatBreaksInTheBodyIsNoSuccess() throws IOException {
    serve(out -> out.write(head(200, "Content-Length: 900")));
    assertThat(post()).isEqualTo(new Answer.Unreachable(Answer.Cause.NO_CONNECTION));
  }

  @Test
  void aRedirectIsARefusalThatNobodyFollows() throws IOException {
    serve(out -> out.write(head(307, "Location: /elsewhere\r\nContent-Length: 0")));
    assertThat(post()).isEqualTo(new Answer.Refused(307, Optional.empty()));
    assertThat(connections).hasValue(1);
  }

  @Test
  void aRefusalThatIsNotJsonHasNoReason() throws IOException {
    serve(
        out -> {
          out.write(head(403, "Content-Length: 6"));
          out.write("<html>".getBytes(StandardCharsets.US_ASCII));
        });
    assertThat(post()).isEqualTo(new Answer.Refused(403, Optional.empty()));
  }

  private Answer post() throws IOException {
    return AggregatorClient.to(
            URI.create("http://127.0.0.1:" + socket.getLocalPort()),
            Optional.empty(),
            Duration.ofSeconds(2),
            Duration.ofMillis(1),
            LARGEST)
        .post("/api/v1/agent/submissions", new byte[] {1});
  }

  private static byte[] head(int status, String fields) {
    return ("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + fields + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void serve(Behaviour behaviour) {
    threads.execute(
        () -> {
          while (!socket.isClosed()) {
            try {
              Socket peer = socket.accept();
              connections.incrementAndGet();
              threads.execute(() -> answer(peer, behaviour));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private static void answer(Socket peer, Behaviour behaviour) {
    try (peer) {
      // The request ends with its one-byte body after the empty line.
      int tail = 0;
      int read = peer.getInputStream().read();
      while (read >= 0 && tail != 0x0d0a0d0a) {
        tail = tail << 8 | read;
        read = peer.getInputStream().read();
      }
      behaviour.answer(peer.getOutputStream());
      peer.getOutputStream().flush();
    } catch (IOException e) {
      // The agent hung up: that is what is tested.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Behaviour {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }
}
