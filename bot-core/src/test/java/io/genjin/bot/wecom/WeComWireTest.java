package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Mocked, because what lies between WxJava's client and WeCom can't be had otherwise. */
class WeComWireTest {
    private final WxCpService client = mock();
    private final WeComWire wire = new WeComWire(client, JsonMapper.shared());

    @BeforeEach
    void knowsAddresses() {
        when(client.getWxCpConfigStorage()).thenReturn(new WxCpDefaultConfigImpl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502 Bad Gateway</html>", "", "[]", "null", "{\"errcode\":", "ok"})
    void unreadableAnswerIsSilence(String answer) throws WxErrorException {
        when(client.post(any(), any(String.class))).thenReturn(answer);
        assertThatThrownBy(() -> wire.post("/cgi-bin/message/send", "{}")).isInstanceOf(WeComSilent.class);
    }

    @Test
    void lostConnectionIsSilenceAndTellsNoToken() throws WxErrorException {
        when(client.post(any(), any(String.class)))
                .thenThrow(new WxErrorException(new IOException("http://x/?access_token=SECRET")));
        assertThatThrownBy(() -> wire.post("/cgi-bin/message/send", "{}"))
                .isInstanceOf(WeComSilent.class)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void whateverWxJavaThrowsIsSilence() throws WxErrorException {
        when(client.post(any(), any(String.class))).thenThrow(new IllegalStateException("gson"));
        assertThatThrownBy(() -> wire.post("/cgi-bin/message/send", "{}")).isInstanceOf(WeComSilent.class);
    }

    @Test
    void errcodeIsARefusal() throws WxErrorException {
        when(client.post(any(), any(String.class)))
                .thenThrow(new WxErrorException(
                        WxError.builder().errorCode(60020).errorMsg("from ip").build()));
        assertThatThrownBy(() -> wire.post("/cgi-bin/message/send", "{}"))
                .isInstanceOfSatisfying(
                        WeComRefused.class, refused -> org.assertj.core.api.Assertions.assertThat(refused.errcode())
                                .isEqualTo(60020));
    }

    @Test
    void errcodeInsideAnAnswerIsARefusal() throws WxErrorException {
        when(client.post(any(), any(String.class))).thenReturn("{\"errcode\":42014,\"errmsg\":\"\"}");
        assertThatThrownBy(() -> wire.post("/cgi-bin/message/send", "{}")).isInstanceOf(WeComRefused.class);
    }
}
