package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium without a window; it fetches nothing but what a test asks for. */
public final class Browser implements AutoCloseable {
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

  /** A narrower window is a phone's. */
  private static final int PHONE = 600;

  /**
   * Figures that have to be scrolled to sideways: of "11 141 490" a reader would see "11 141".
   * Where numbers stand for several columns the table stays one, and its edge says that it goes on.
   */
  private static final String CUT =
      "[...document.querySelectorAll('.figure:not(.divided) .scroll')]"
          + ".filter(s => s.scrollWidth > s.clientWidth).map(s => s.parentElement.textContent)";

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser browser =
      playwright
          .chromium()
          .launch(
              new LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(FLAGS));

  /** A fresh window without cookies. */
  public Window window(URI address, int width, int height, boolean scripts) {
    BrowserContext context =
        browser.newContext(
            new NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts));
    return new Window(context.newPage(), scripts);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** A page, and what the browser complained of. */
  public static final class Window implements AutoCloseable {
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    private Window(Page page, boolean scripts) {
      this.page = page;
      this.scripts = scripts;
      // Without scripts Playwright cannot tell when smooth scrolling has ended.
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
              complaints.add(m.text());
            }
          });
      page.onPageError(complaints::add);
    }

    public Page page() {
      return page;
    }

    /** Errors and warnings of the console, such as what the content security policy blocked. */
    public List<String> complaints() {
      return complaints;
    }

    /**
     * Axe finds nothing, and nothing has to be scrolled to sideways. Axe is a script of the page's:
     * without scripts it does not run, and the markup is the same. No page has frames, so that its
     * older way, which opens no second page, finds all there is. {@code
     * -Dsamsyn.screenshots=FOLDER} keeps what was seen.
     *
     * @param what the picture's name
     */
    public void look(String what) {
      String folder = System.getProperty("samsyn.screenshots", "");
      int width = page.viewportSize().width;
      String name =
          what
              + (width < PHONE ? "-phone-" : "-desktop-")
              + page.getAttribute("html", "lang")
              + (scripts ? "" : "-noscript");
      if (!folder.isEmpty()) {
        page.screenshot(
            new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
      }
      if (scripts) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
            .as(name)
            .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
            .isEmpty();
      }
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as(name + " scrolls sideways")
          .isLessThanOrEqualTo(width);
      if (width < PHONE) {
        assertThat((List<?>) page.evaluate(CUT)).as(name + " has numbers that are cut").isEmpty();
      }
    }

    /** {@code -Dsamsyn.screenshots=FOLDER} keeps a picture of a part of the page. */
    public void keep(Locator part, String name) {
      String folder = System.getProperty("samsyn.screenshots", "");
      if (!folder.isEmpty()) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
      }
    }

    /**
     * The page as it is printed, a PDF, which {@code -Dsamsyn.screenshots=FOLDER} keeps.
     *
     * @param what the file's name
     */
    public byte[] print(String what) {
      Page.PdfOptions options = new Page.PdfOptions().setPreferCSSPageSize(true);
      String folder = System.getProperty("samsyn.screenshots", "");
      return page.pdf(
          folder.isEmpty() ? options : options.setPath(Path.of(folder, what + "-print.pdf")));
    }

    public void logIn(String name, String password) {
      page.navigate("/login");
      page.fill("#name", name);
      page.fill("#password", password);
      page.click("main button[type=submit]");
      page.waitForURL(url -> !url.endsWith("/login"));
    }

    @Override
    public void close() {
      page.context().close();
    }
  }
}
