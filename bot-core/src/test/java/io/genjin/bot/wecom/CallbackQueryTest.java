package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallbackQueryTest {

    @Test
    void decodesWhatWeComEncodes() {
        assertThat(CallbackQuery.of("msg_signature=ab&timestamp=1&nonce=n%20n&echostr=a%2Bb%2F%3D%3D&more=x"))
                .isEqualTo(new CallbackQuery("ab", "1", "n n", "a+b/=="));
    }

    @Test
    void whatIsMissingOrUnreadableIsEmpty() {
        CallbackQuery nothing = new CallbackQuery("", "", "", "");
        assertThat(CallbackQuery.of(null)).isEqualTo(nothing);
        assertThat(CallbackQuery.of("")).isEqualTo(nothing);
        assertThat(CallbackQuery.of("msg_signature=%zz&timestamp=%&nonce&=&&echostr="))
                .isEqualTo(nothing);
    }
}
