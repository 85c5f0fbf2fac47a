package io.genjin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredTokensTest {

    @Test
    void aTokenMayDoEverythingUnlessItSaysWhat() {
        List<ApiToken> tokens = new ConfiguredTokens("archive=abc:chat, board=d=e:read+operations all=xyz").all();
        assertThat(tokens).extracting(ApiToken::name).containsExactly("archive", "board", "all");
        assertThat(tokens)
                .extracting(ApiToken::scopes)
                .containsExactly(Set.of(Scope.CHAT), Set.of(Scope.READ, Scope.OPERATIONS), Set.of(Scope.values()));
        assertThat(tokens.get(1).id()).isEqualTo(Secrets.digest("d=e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "=abc", "name=", "name=:read", "name=abc:", "name=abc:king", "name=abc:read+"})
    void whatIsNoTokenStopsTheStart(String pair) {
        assertThatThrownBy(() -> new ConfiguredTokens(pair))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("genjin.api.tokens: expected")
                .hasMessageNotContaining("abc");
    }
}
