package se.samsyn.demo.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A browser's tab with one connection that stays open. As plain as can be: the readers share their
 * two cores with what they measure, and what a fuller client costs would be measured too.
 */
final class Tab implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Tab(int port) throws IOException {
    this.port = port;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * @param cookies of another tab
   */
  Tab(int port, String cookies) throws IOException {
    this(port);
    for (String cookie : cookies.split("; ")) {
      keep(cookie);
    }
  }

  String get(String path) throws IOException {
    return new String(
        send("GET " + path + " HTTP/1.1\r\n", new byte[0], 200), StandardCharsets.UTF_8);
  }

  /** As browsers ask: the bytes are gzip. */
  byte[] getCompressed(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nAccept-Encoding: gzip\r\n", new byte[0], 200);
  }

  void post(String path, String form) throws IOException {
    byte[] body = form.getBytes(StandardCharsets.UTF_8);
    send(
        "POST "
            + path
            + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length
            + "\r\n",
        body,
        303);
  }

  String cookies() {
    return cookies.entrySet().stream()
        .map(c -> c.getKey() + "=" + c.getValue())
        .collect(Collectors.joining("; "));
  }

  static String text(byte[] gzip) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private byte[] send(String head, byte[] body, int expected) throws IOException {
    String request =
        head
            + "Host: 127.0.0.1:"
            + port
            + "\r\nAccept: text/html\r\n"
            + (cookies.isEmpty() ? "" : "Cookie: " + cookies() + "\r\n")
            + "\r\n";
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    if (!headers.get(0).startsWith("HTTP/1.1 " + expected + " ")) {
      throw new IOException("answered with " + headers.get(0));
    }
    int length = 0;
    for (String header : headers) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("set-cookie:")) {
        keep(header.substring(11).strip().split(";")[0]);
      } else if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("the length of the answer is not said");
      }
    }
    byte[] answer = in.readNBytes(length);
    if (answer.length < length) {
      throw new EOFException("the answer ends early");
    }
    return answer;
  }

  private void keep(String cookie) {
    int equals = cookie.indexOf('=');
    cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the connection ended");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
