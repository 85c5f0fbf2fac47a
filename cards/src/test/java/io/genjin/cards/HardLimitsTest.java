package io.genjin.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genjin.cards.Button.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HardLimitsTest {
    private static final String PAGE = Samples.PAGE;

    /** A field, its largest allowed size, and what makes an object of a given size. */
    record Edge(String field, int max, IntConsumer make) {
        @Override
        public String toString() {
            return field + " " + max;
        }
    }

    static Stream<Edge> edges() {
        return Stream.of(
                new Edge("text.content", 2048, n -> new Text(bytes(n))),
                new Edge("markdown.content", 2048, n -> new Markdown(bytes(n))),
                new Edge("Content", 2048, n -> PassiveReply.text(bytes(n))),
                new Edge("text.content", 2048, n -> RobotMessage.text(bytes(n))),
                new Edge("markdown.content", 4096, n -> RobotMessage.markdown(bytes(n))),
                new Edge("markdown_v2.content", 4096, n -> RobotMessage.markdownV2(bytes(n))),
                new Edge("textcard.title", 128, n -> new TextCard(bytes(n), "d", PAGE)),
                new Edge("textcard.description", 512, n -> new TextCard("t", bytes(n), PAGE)),
                new Edge("textcard.url", 2048, n -> new TextCard("t", "d", url(n))),
                new Edge("textcard.btntxt", 4, n -> new TextCard("t", "d", PAGE, "字".repeat(n))),
                new Edge("news.articles", 8, n -> new News(many(n, i -> article("t")))),
                new Edge("news.articles[].title", 128, n -> article(bytes(n))),
                new Edge("news.articles[].description", 512, n -> new Article("t", bytes(n), PAGE, null)),
                new Edge("news.articles[].url", 2048, n -> new Article("t", null, url(n), null)),
                new Edge("news.articles[].picurl", 2048, n -> new Article("t", null, PAGE, url(n))),
                new Edge(
                        "news.articles[].pagepath",
                        128,
                        n -> new Article("t", null, Link.miniProgram("wx0app", bytes(n)), null)),
                new Edge("task_id", 128, n -> new TaskId("a".repeat(n))),
                new Edge("action_menu.action_list", 3, n -> new ActionMenu(null, many(n, i -> action("k" + i)))),
                new Edge("action_menu.action_list[].key", 1024, n -> action(bytes(n))),
                new Edge("horizontal_content_list", 6, n -> {
                    var card = TextNotice.builder().title("t").action(PAGE);
                    many(n, i -> card.item("k" + i, "v"));
                    card.build();
                }),
                new Edge("vertical_content_list", 4, n -> {
                    var card = NewsNotice.builder()
                            .title("t")
                            .image(CardImage.of(PAGE))
                            .action(PAGE);
                    many(n, i -> card.paragraph("t" + i, "d"));
                    card.build();
                }),
                new Edge("jump_list", 3, n -> {
                    var card = TextNotice.builder().title("t").action(PAGE);
                    many(n, i -> card.jump("j" + i, PAGE));
                    card.build();
                }),
                new Edge("button_list", 6, n -> {
                    var card = ButtonInteraction.builder(Samples.TASK).title("t");
                    many(n, i -> card.button("b", Style.NEUTRAL, "k" + i));
                    card.build();
                }),
                new Edge("button_list[].key", 1024, n -> Button.callback("b", Style.NEUTRAL, bytes(n))),
                new Edge("button_selection.question_key", 1024, n -> ButtonSelection.of(bytes(n), "t", option("a"))),
                new Edge(
                        "button_selection.option_list",
                        10,
                        n -> new ButtonSelection("q", null, many(n, i -> option("o" + i)), null)),
                new Edge("option_list[].id", 128, n -> option(bytes(n))),
                new Edge("select_list", 3, n -> {
                    var card =
                            MultipleInteraction.builder(Samples.TASK).title("t").submit("s", "k");
                    many(n, i -> card.select(Select.of("q" + i, null, option("a"))));
                    card.build();
                }),
                new Edge("select_list[].question_key", 1024, n -> Select.of(bytes(n), null, option("a"))),
                new Edge(
                        "select_list[].option_list",
                        10,
                        n -> new Select("q", null, many(n, i -> option("o" + i)), null)),
                new Edge("checkbox.question_key", 1024, n -> checkbox(bytes(n), 1)),
                new Edge("checkbox.option_list", 20, n -> checkbox("q", n)),
                new Edge("checkbox.option_list[].id", 128, n -> new Checkbox.Choice(bytes(n), "t", false)),
                new Edge("submit_button.key", 1024, n -> new SubmitButton("s", bytes(n))),
                new Edge("touser", 1000, n -> Recipients.users(many(n, i -> "u" + i))),
                new Edge("touser", 64, n -> AppMessage.to("u".repeat(n))),
                new Edge("toparty", 100, n -> Recipients.parties(many(n, i -> (long) i))),
                new Edge("totag", 100, n -> Recipients.tags(many(n, i -> (long) i))),
                new Edge("userids", 1000, n -> CardUpdate.replaceName("x")
                        .toJson(Samples.AGENT, many(n, i -> "u" + i), "rc")),
                new Edge("chatid", 32, n -> new AppChatMessage("c".repeat(n), Samples.hello())),
                new Edge("image.base64", 2 * 1024 * 1024, n -> RobotMessage.image(png(n))));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void theLimitItselfIsAllowed(Edge edge) {
        assertThatCode(() -> edge.make.accept(edge.max)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void oneMoreIsRefusedByName(Edge edge) {
        refused(edge.field, () -> edge.make.accept(edge.max + 1));
    }

    static Stream<Edge> requiredOnes() {
        var optional = Set.of(
                "textcard.btntxt",
                "news.articles[].description",
                "news.articles[].pagepath",
                "horizontal_content_list",
                "vertical_content_list",
                "jump_list",
                "toparty",
                "totag");
        return edges().filter(edge -> !optional.contains(edge.field));
    }

    @ParameterizedTest
    @MethodSource("requiredOnes")
    void nothingIsRefusedWhereSomethingMustBe(Edge edge) {
        refused(edge.field, () -> edge.make.accept(0));
    }

    @Test
    void blankOptionalTextsAreLeftOut() {
        assertThat(new TextCard("t", "d", PAGE, " ").body().has("btntxt")).isFalse();
        assertThat(ActionMenu.of(" ", action("k")).desc()).isNull();
        assertThat(QuoteArea.text("", "q").json().has("title")).isFalse();
        assertThat(ImageTextArea.of(PAGE, "", "\n").json().propertyNames()).containsExactly("type", "image_url");
        assertThat(Link.miniProgram("wx0app", "").pagePath()).isNull();
    }

    @Test
    void aChineseCharacterIsThreeBytesAndAnEmojiFour() {
        assertThatCode(() -> new Text("字".repeat(682) + "ab")).doesNotThrowAnyException();
        refused("text.content", () -> new Text("字".repeat(683)));
        assertThatCode(() -> new Option("😀".repeat(32), "t")).doesNotThrowAnyException();
        refused("option_list[].id", () -> new Option("😀".repeat(32) + "a", "t"));
    }

    @Test
    void theBuilderNamesThePlaceInTheList() {
        var card = ButtonInteraction.builder(Samples.TASK)
                .title("t")
                .button("a", Style.EMPHASIS, "k0")
                .urlButton("b", Style.NEUTRAL, PAGE);
        refused("button_list[2].key", () -> card.button("c", Style.NEUTRAL, bytes(1025)));
        refused("button_list[2].url", () -> card.urlButton("c", Style.NEUTRAL, "no scheme"));
        refused("horizontal_content_list[0].keyname", () -> card.item(" ", "v"));
    }

    @Test
    void aRefusalNamesFieldAndLimitButNotTheText() {
        var refusal = refused("text.content", () -> new Text("秘密".repeat(400)));
        assertThat(refusal.limit()).isEqualTo("at most 2048 UTF-8 bytes, is 2400");
        assertThat(refusal).hasMessage("text.content: at most 2048 UTF-8 bytes, is 2400");
    }

    @Test
    void repeatedKeysAreRefused() {
        refused("action_menu.action_list[1].key", () -> ActionMenu.of(null, action("a"), action("a")));
        refused("button_list[2].key", () -> ButtonInteraction.builder(Samples.TASK)
                .title("t")
                .button("a", Style.EMPHASIS, "same")
                .urlButton("b", Style.NEUTRAL, PAGE)
                .button("c", Style.NEUTRAL, "same")
                .build());
        refused("select_list[1].question_key", () -> MultipleInteraction.builder(Samples.TASK)
                .title("t")
                .select(Select.of("q", null, option("a")))
                .select(Select.of("q", null, option("a")))
                .submit("s", "k")
                .build());
        refused("select_list[].option_list[1].id", () -> Select.of("q", null, option("a"), option("a")));
        refused("button_selection.option_list[1].id", () -> ButtonSelection.of("q", null, option("a"), option("a")));
        refused(
                "checkbox.option_list[1].id",
                () -> Checkbox.of(
                        "q",
                        Checkbox.Mode.SINGLE,
                        new Checkbox.Choice("a", "x", false),
                        new Checkbox.Choice("a", "y", false)));
    }

    @Test
    void twoButtonsMayOpenTheSamePage() {
        assertThatCode(() -> ButtonInteraction.builder(Samples.TASK)
                        .title("t")
                        .urlButton("a", Style.NEUTRAL, PAGE)
                        .urlButton("b", Style.NEUTRAL, PAGE)
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void aSelectionMustBeOneOfTheOptions() {
        refused("button_selection.selected_id", () -> new ButtonSelection("q", null, List.of(option("a")), "b"));
        refused("select_list[].selected_id", () -> new Select("q", null, List.of(option("a")), "b"));
    }

    @Test
    void aTaskIdHasOnlyWeComsCharacters() {
        assertThat(new TaskId("aZ09_-@").value()).isEqualTo("aZ09_-@");
        for (var wrong : List.of("", "a b", "a.b", "a:b", "中", "a\n")) {
            refused("task_id", () -> new TaskId(wrong));
        }
    }

    @Test
    void whatACardMustHaveIsAskedForByName() {
        refused("main_title.title", () -> TextNotice.builder().action(PAGE).build());
        refused("card_action", () -> TextNotice.builder().title("t").build());
        refused("task_id", () -> Samples.textNotice()
                .menu(ActionMenu.of(null, action("a")))
                .build());
        refused("card_image", () -> NewsNotice.builder().title("t").action(PAGE).build());
        refused("main_title", () -> NewsNotice.builder()
                .image(CardImage.of(PAGE))
                .action(PAGE)
                .build());
        refused(
                "main_title.title",
                () -> ButtonInteraction.builder(Samples.TASK).title(" ", "d").build());
        refused("checkbox", () -> VoteInteraction.builder(Samples.TASK)
                .title("t")
                .submit("s", "k")
                .build());
        refused("submit_button", () -> MultipleInteraction.builder(Samples.TASK)
                .title("t")
                .select(Select.of("q", null, option("a")))
                .build());
    }

    @Test
    void aSubTitleAloneIsEnoughForATextNotice() {
        assertThatCode(() -> TextNotice.builder().subTitle("s").action(PAGE).build())
                .doesNotThrowAnyException();
    }

    @Test
    void linksNeedTheirTarget() {
        refused("card_action.url", () -> CardAction.url("crm.example.com/l/42"));
        refused("card_action.url", () -> CardAction.url("javascript:alert(1)"));
        refused("card_action.appid", () -> CardAction.miniProgram("", null));
        refused("card_action.type", () -> new CardAction(Link.none()));
        refused("jump_list[].url", () -> Jump.url("t", ""));
        refused("quote_area.url", () -> QuoteArea.url("t", "q", "x"));
        refused("horizontal_content_list[].url", () -> HorizontalItem.url("k", "v", "x"));
        refused("horizontal_content_list[].media_id", () -> HorizontalItem.file("k", "a.pdf", ""));
        refused("horizontal_content_list[].value", () -> HorizontalItem.file("k", "", "m"));
        refused("horizontal_content_list[].userid", () -> HorizontalItem.member("k", "v", "@all"));
        refused("button_list[].type", () -> new Button("b", Style.NEUTRAL, "k", PAGE));
        refused("button_list[].key", () -> new Button("b", Style.NEUTRAL, null, null));
    }

    @Test
    void aPictureIsNeitherTooNarrowNorTooWide() {
        for (double wrong : new double[] {0, 1.3, 2.25, 3, Double.NaN}) {
            refused("card_image.aspect_ratio", () -> new CardImage(PAGE, wrong));
        }
        assertThatCode(() -> new CardImage(PAGE, 1.31)).doesNotThrowAnyException();
        assertThatCode(() -> new CardImage(PAGE, 2.24)).doesNotThrowAnyException();
    }

    @Test
    void aListGivenToACardCanNoLongerChangeIt() {
        var options = new ArrayList<>(List.of(option("a")));
        var select = new Select("q", null, options, null);
        options.add(option("a"));
        assertThat(select.options()).hasSize(1);
    }

    private static CardLimitException refused(String field, ThrowingCallable make) {
        var refusal = catchThrowableOfType(CardLimitException.class, make);
        assertThat(refusal).as(field).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessageContainingAll(field, refusal.limit());
        return refusal;
    }

    private static String bytes(int n) {
        return "字".repeat(n / 3) + "a".repeat(n % 3);
    }

    private static String url(int n) {
        return n == 0 ? "" : "https://a.cn/" + "p".repeat(n - 13);
    }

    private static <T> List<T> many(int n, IntFunction<T> make) {
        return IntStream.range(0, n).mapToObj(make).toList();
    }

    private static Article article(String title) {
        return new Article(title, null, PAGE, null);
    }

    private static ActionMenu.Action action(String key) {
        return new ActionMenu.Action("t", key);
    }

    private static Option option(String id) {
        return new Option(id, "t");
    }

    private static Checkbox checkbox(String key, int choices) {
        return new Checkbox(key, Checkbox.Mode.SINGLE, many(choices, i -> new Checkbox.Choice("c" + i, "t", false)));
    }

    private static byte[] png(int size) {
        return Arrays.copyOf(size == 0 ? new byte[0] : Samples.PNG, size);
    }
}
