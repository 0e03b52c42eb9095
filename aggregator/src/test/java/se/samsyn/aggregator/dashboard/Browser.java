package se.samsyn.aggregator.dashboard;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
    return new Window(context.newPage());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** A page, and what the browser complained of. */
  public static final class Window implements AutoCloseable {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(Page page) {
      this.page = page;
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
