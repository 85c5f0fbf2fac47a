package io.genjin.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {
    /** A text that a card shows, the advised length of it, and how it comes out of the object. */
    record Shown(String name, int advised, UnaryOperator<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shown> shown() {
        return Stream.of(
                new Shown("source.desc", 20, t -> Source.of(t).desc()),
                new Shown("main_title.title", 36, t -> new MainTitle(t, null).title()),
                new Shown("main_title.desc", 44, t -> new MainTitle("t", t).desc()),
                new Shown("emphasis_content.title", 14, t -> new Emphasis(t, null).title()),
                new Shown("emphasis_content.desc", 22, t -> new Emphasis("t", t).desc()),
                new Shown(
                        "sub_title_text",
                        160,
                        t -> Samples.textNotice().subTitle(t).build().subTitle()),
                new Shown(
                        "sub_title_text",
                        160,
                        t -> Samples.buttons().subTitle(t).build().subTitle()),
                new Shown("keyname", 5, t -> HorizontalItem.text(t, "v").label()),
                new Shown("value", 30, t -> HorizontalItem.text("k", t).value()),
                new Shown("vertical.title", 38, t -> new VerticalItem(t, null).title()),
                new Shown("vertical.desc", 160, t -> new VerticalItem("t", t).desc()),
                new Shown("jump.title", 18, t -> Jump.text(t).title()),
                new Shown("option.text", 16, t -> new Option("o", t).text()),
                new Shown("checkbox.text", 17, t -> new Checkbox.Choice("c", t, false).text()),
                new Shown("button.text", 10, t -> Button.callback(t, Button.Style.NEUTRAL, "k")
                        .text()),
                new Shown("submit.text", 10, t -> new SubmitButton(t, "k").text()),
                new Shown("robot source.desc", 13, t -> notice(t).source().desc()),
                new Shown("robot main_title.title", 26, t -> notice(t).title().title()),
                new Shown("robot main_title.desc", 30, t -> notice(t).title().desc()),
                new Shown("robot emphasis.title", 10, t -> notice(t).emphasis().title()),
                new Shown("robot emphasis.desc", 15, t -> notice(t).emphasis().desc()),
                new Shown("robot sub_title_text", 112, t -> notice(t).subTitle()),
                new Shown("robot value", 26, t -> notice(t).items().get(0).value()),
                new Shown("robot jump.title", 13, t -> notice(t).jumps().get(0).title()),
                new Shown("robot vertical.title", 26, t -> news(t).paragraphs()
                        .get(0)
                        .title()),
                new Shown("robot vertical.desc", 112, t -> news(t).paragraphs()
                        .get(0)
                        .desc()));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatFitsIsShownWhole(Shown shown) {
        var text = "字".repeat(shown.advised);
        assertThat(shown.text.apply(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatDoesNotFitEndsInAnEllipsisWithinTheLength(Shown shown) {
        assertThat(shown.text.apply("字".repeat(shown.advised + 1))).isEqualTo("字".repeat(shown.advised - 1) + "…");
    }

    @ParameterizedTest
    @EnumSource
    void aRobotNeverShowsMoreThanAnApplication(Advice advice) {
        // Blocks are shortened to the application's length first, so a robot's could not be longer.
        assertThat(advice.robotLength()).isLessThanOrEqualTo(advice.appLength());
    }

    @Test
    void aFileNameKeepsItsExtension() {
        var name = "业绩归属凭证".repeat(10) + ".pdf";
        var card = TextNotice.builder()
                .title("t")
                .item(HorizontalItem.file("凭证", name, "m"))
                .action(Samples.PAGE);
        assertThat(card.build().forRobot().items().get(0).value()).isEqualTo(name);
    }

    @Test
    void anEmptyValueLeavesItsRowOut() {
        var card = Samples.textNotice()
                .itemIfPresent("异议", "")
                .itemIfPresent("异议", " \n")
                .itemIfPresent("异议", null);
        assertThat(card.build().items()).isEqualTo(Samples.textNotice().build().items());
    }

    private static TextNotice notice(String text) {
        var card = TextNotice.builder()
                .source(text)
                .title(text, text)
                .emphasis(text, text)
                .subTitle(text)
                .item("k", text)
                .jump(text, Samples.PAGE)
                .action(Samples.PAGE)
                .build();
        return (TextNotice) new RobotCard(card).card();
    }

    private static NewsNotice news(String text) {
        var card = NewsNotice.builder()
                .title("t")
                .image(CardImage.of(Samples.PAGE))
                .paragraph(text, text)
                .action(Samples.PAGE)
                .build();
        return (NewsNotice) new RobotCard(card).card();
    }
}
