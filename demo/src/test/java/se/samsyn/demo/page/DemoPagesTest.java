package se.samsyn.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
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
  private static final String PASSWORD = "\\b[^\\n]*?\\b([a-z0-9]{4}(?:-[a-z0-9]{4}){4})";
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

  /** A4 less its margins, at 96 dots an inch. */
  private static final int PAPER_WIDTH = 688;

  private static final int PAPER_HEIGHT = 1017;

  /** What a reader meets besides the front page: small groups with bands, and sealed ones. */
  private static final Map<String, String> READ =
      Map.of(
          "/help", "help",
          "/collections/tvillinge-oppen", "small-groups",
          "/collections/bergslund", "sealed");

  /** A period with a municipality whose number is hidden, and one whose number is in a range. */
  private static final String HATCHED = "/collections/tsi-vt2025";

  /** Figures that a phone has to scroll sideways, so that their numbers are cut. */
  private static final String CUT =
      "[...document.querySelectorAll('.figure:not(.divided) .scroll')]"
          + ".filter(s => s.scrollWidth > s.clientWidth).map(s => s.parentElement.textContent)";

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
      String printed = said.toString(StandardCharsets.UTF_8);
      Path data = folder.resolve("aggregator");
      Map<String, String> passwords =
          Map.of(
              "steering", password("steering", printed),
              "coordinator", password("coordinator", printed),
              "skolans-chef", password("skolans-chef", agencyAccount(data)));
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
          steeringGroup(browser, address, passwords, screen, pictures);
          for (Walk walk : Walk.all()) {
            walk(browser, address, passwords, walk, screen, pictures);
          }
        }
      }
    }
  }

  private static String password(String account, String printed) {
    Matcher login = Pattern.compile(account + PASSWORD).matcher(printed);
    assertThat(login.find()).as("a password of " + account + " is printed").isTrue();
    return login.group(1);
  }

  /** As the coordinator makes it for an agency's people; what the command prints. */
  private static String agencyAccount(Path data) throws Exception {
    Process add =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "se.samsyn.aggregator.Main",
                "account",
                "add",
                "--name",
                "skolans-chef",
                "--role",
                "agency",
                "--agency",
                "skolan",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    return new String(add.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void steeringGroup(
      Browser browser, URI address, Map<String, String> passwords, Screen screen, Path pictures)
      throws Exception {
    try (BrowserContext context = context(browser, address, screen)) {
      Page page = logIn(context, "steering", passwords);
      for (String language : List.of("sv", "en")) {
        page.navigate("/?lang=" + language);
        assertThat(page.locator("h1").textContent()).isNotBlank();
        look(page);
        keep(page, pictures.resolve(name("front", screen, language)));
        for (String path : List.of("/collections", "/feed")) {
          page.navigate(path);
          look(page);
        }
        for (Map.Entry<String, String> read : READ.entrySet()) {
          assertThat(page.navigate(read.getKey()).status()).as(read.getKey()).isEqualTo(200);
          look(page);
          keep(page, pictures.resolve(name(read.getValue(), screen, language)));
        }
        page.navigate(HATCHED);
        look(page);
        assertThat(page.locator(".map path[fill='url(#hatch)']").count()).isPositive();
        SmallPng.write(
            page.locator("section[aria-labelledby=areas]").screenshot(),
            pictures.resolve(name("areas", screen, language)));
        page.navigate("/collections");
        page.locator("a[href^='/collections/tsi-']").first().click();
        page.waitForURL("**/collections/tsi-*");
        look(page);
        page.navigate(page.url() + "/notes");
        look(page);
      }
      if (screen == Screen.DESKTOP) {
        page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
        // As a reader prints: the charts are drawn for the screen before paper asks for them.
        page.navigate("/?lang=sv");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        keep(page, pictures.resolve("front-print-sv.png"));
        assertThat(page.pdf()).as("pages of a PDF").isNotEmpty();
      }
    }
  }

  private static void walk(
      Browser browser,
      URI address,
      Map<String, String> passwords,
      Walk walk,
      Screen screen,
      Path pictures)
      throws Exception {
    try (BrowserContext context = context(browser, address, screen)) {
      Page page = logIn(context, walk.account(), passwords);
      for (String language : List.of("sv", "en")) {
        page.navigate("/help?lang=" + language);
        for (String path : walk.pages()) {
          assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
          look(page);
          if (walk.pictures().containsKey(path)) {
            keep(page, pictures.resolve(name(walk.pictures().get(path), screen, language)));
          }
        }
      }
    }
  }

  private static BrowserContext context(Browser browser, URI address, Screen screen) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setBaseURL(address.toString())
            .setViewportSize(screen.width, screen.height));
  }

  private static Page logIn(BrowserContext context, String name, Map<String, String> passwords) {
    Page page = context.newPage();
    page.navigate("/login");
    page.fill("#name", name);
    page.fill("#password", passwords.get(name));
    page.click("main button[type=submit]");
    page.waitForURL(url -> !url.endsWith("/login"));
    return page;
  }

  private static String name(String what, Screen screen, String language) {
    return "%s-%s-%s.png".formatted(what, screen.word(), language);
  }

  private static void keep(Page page, Path picture) throws IOException {
    SmallPng.write(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)), picture);
  }

  /** Nothing that axe finds, and nothing that has to be scrolled to sideways. */
  private static void look(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
        .isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as(page.url())
        .isLessThanOrEqualTo(page.viewportSize().width);
    if (page.viewportSize().width == Screen.PHONE.width) {
      assertThat((List<?>) page.evaluate(CUT)).as(page.url() + ": numbers that are cut").isEmpty();
    }
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
