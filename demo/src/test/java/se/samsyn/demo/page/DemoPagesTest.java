package se.samsyn.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.demo.Texts;
import se.samsyn.demo.run.Demo;

/**
 * The pages with the demo's data, on a desk and on a phone, in both languages: free of faults that
 * axe finds, and kept as pictures. Runs the whole demo, so only where {@code
 * -Dsamsyn.screenshots=FOLDER} asks for the pictures; the aggregator's own tests look at the same
 * pages each time.
 */
@EnabledIfSystemProperty(named = "samsyn.screenshots", matches = ".+")
class DemoPagesTest {
  private static final Pattern LOGIN =
      Pattern.compile("steering\\b[^\\n]*?\\b([a-z0-9]{4}(?:-[a-z0-9]{4}){4})");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir private Path folder;

  @Test
  void pagesAreAccessibleAndKeptAsPictures() throws Exception {
    Path pictures = Files.createDirectories(Path.of(System.getProperty("samsyn.screenshots")));
    int port = freePort();
    URI address = URI.create("http://127.0.0.1:" + port);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Demo demo =
            new Demo(
                Path.of(System.getProperty("samsyn.root")),
                folder,
                1,
                port,
                new Texts(Locale.forLanguageTag("sv")),
                out)) {
      demo.run();
      Matcher login = LOGIN.matcher(said.toString(StandardCharsets.UTF_8));
      assertThat(login.find()).as("the demo says how to log in").isTrue();
      try (Playwright playwright =
              Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
          Browser browser =
              playwright
                  .chromium()
                  .launch(
                      new LaunchOptions()
                          .setExecutablePath(Path.of("/usr/bin/chromium"))
                          .setArgs(FLAGS))) {
        for (Screen screen : Screen.values()) {
          visit(browser, address, login.group(1), screen, pictures);
        }
      }
    }
  }

  private static void visit(
      Browser browser, URI address, String password, Screen screen, Path pictures) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(screen.width, screen.height));
    Page page = context.newPage();
    page.navigate("/login");
    page.fill("#name", "steering");
    page.fill("#password", password);
    page.click("main button[type=submit]");
    page.waitForURL(url -> !url.endsWith("/login"));
    for (String language : List.of("sv", "en")) {
      page.navigate("/?lang=" + language);
      assertThat(page.locator("h1").textContent()).isNotBlank();
      look(page, pictures.resolve("front-%s-%s.png".formatted(screen.word(), language)));
      for (String path : List.of("/collections", "/help")) {
        page.navigate(path);
        assertAccessible(page);
      }
      page.navigate("/collections");
      page.locator("a[href^='/collections/tsi-']").first().click();
      page.waitForURL("**/collections/tsi-*");
      assertAccessible(page);
      page.navigate(page.url() + "/notes");
      assertAccessible(page);
    }
    context.close();
  }

  private static void look(Page page, Path picture) {
    assertAccessible(page);
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
  }

  private static void assertAccessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
        .isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private enum Screen {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
