package io.genjin.bot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.genjin.bot.testing.TestBot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story in a real browser: what a newcomer does by hand on the sandbox's page. */
class BrowserIT {
    private static final String WORDS = "您好，麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊";
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static Chromium chromium;
    private static TestBot bot;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        int port = freePort();
        bot = TestBot.start(Map.of(
                "server.port",
                port,
                "genjin.public-url",
                "http://localhost:" + port,
                "genjin.security.frame-ancestors",
                "http://localhost:*"));
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void customersWordsAreAdjustedConfirmedAndFoundOnTheLeadsPage() {
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(1280, 860).setLocale("zh-CN"));
        page.navigate("http://localhost:" + bot.wecom().port() + "/");
        Locator customer = page.getByTestId("phone-customer");
        Locator rep = page.getByTestId("phone-rep");
        customer.getByTestId("input").fill(WORDS);
        customer.getByTestId("input").press("Enter");

        Locator card = rep.getByTestId("card").last();
        assertThat(card).containsText("华东快消", long20());
        assertThat(card).containsText("报价");
        assertThat(card).containsText(WORDS);
        assertThat(card).containsText("12.8万元");
        shoot(page, "card");

        card.getByText("修改").click();
        FrameLocator draft = rep.frameLocator("iframe");
        assertThat(draft.getByLabel("核心诉求")).hasValue(Pattern.compile("50个账号"));
        draft.getByLabel("金额（元）").fill("130000");
        shoot(page, "draft");
        draft.getByText("确认", new FrameLocator.GetByTextOptions().setExact(true))
                .click();
        assertThat(draft.getByRole(AriaRole.STATUS)).containsText("已修改并记录");
        draft.getByText("看这条线索").click();
        assertThat(draft.getByTestId("follow-up")).containsText("报价");
        assertThat(draft.locator("body")).containsText(WORDS);
        shoot(page, "lead");
        rep.getByTestId("web-back").click();

        assertThat(card).containsText("已修改并记录");
        assertThat(card).containsText("撤销");
        shoot(page, "recorded");
        assertThat(bot.count("SELECT COUNT(*) FROM crm_follow_up")).isEqualTo(1);
        assertThat(bot.wecom().refusedCalls()).isEmpty();
        page.close();
    }

    @Test
    void twoMembersAreLoggedInInOneBrowserAndSeeOnlyWhatIsTheirs() {
        try (BrowserContext browser = chromium.browser().newContext()) {
            Page rep = browser.newPage();
            rep.navigate("http://rep-2.localhost:" + bot.port() + "/h5/leads");
            assertThat(rep).hasTitle("线索");
            Page admin = browser.newPage();
            admin.navigate("http://admin-1.localhost:" + bot.port() + "/h5/admin/members");
            assertThat(admin.locator("body")).containsText("李娜");
            rep.navigate("http://rep-2.localhost:" + bot.port() + "/h5/admin/members");
            assertThat(rep.locator("body")).containsText("没有这个页面");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static LocatorAssertions.ContainsTextOptions long20() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }
}
