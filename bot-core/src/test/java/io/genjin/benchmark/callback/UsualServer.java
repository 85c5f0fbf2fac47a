package io.genjin.benchmark.callback;

import io.genjin.benchmark.Child;
import io.genjin.benchmark.SampleCallbacks;
import java.io.PrintStream;
import java.time.LocalDateTime;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlOutMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.message.WxCpMessageRouter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What teams write: WxJava's decoder and message router in the request, its duplicate check in memory, and a handler
 * that inserts a row by MyBatis. Spring Boot's own defaults throughout.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class UsualServer {

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Child.answers();
        ConfigurableApplicationContext context = SpringApplication.run(UsualServer.class, arguments);
        context.getBean(JdbcTemplate.class).execute("""
                CREATE TABLE usual_message (
                  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  from_user VARCHAR(64), msg_type VARCHAR(32), msg_id VARCHAR(64), content TEXT, created_at DATETIME(3))
                """);
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        Child.serve(answers, Integer.toString(port), question -> "?");
    }

    @Mapper
    interface UsualMapper {
        @Insert("INSERT INTO usual_message (from_user, msg_type, msg_id, content, created_at)"
                + " VALUES (#{message.fromUserName}, #{message.msgType}, #{message.msgId}, #{message.content}, #{now})")
        int insert(
                @org.apache.ibatis.annotations.Param("message") WxCpXmlMessage message,
                @org.apache.ibatis.annotations.Param("now") LocalDateTime now);
    }

    @Bean
    WxCpService weCom() {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId(SampleCallbacks.CORP_ID);
        config.setAgentId(Integer.valueOf(SampleCallbacks.AGENT_ID));
        config.setToken(SampleCallbacks.TOKEN);
        config.setAesKey(SampleCallbacks.AES_KEY);
        WxCpService service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return service;
    }

    @Bean
    WxCpMessageRouter router(WxCpService weCom, UsualMapper mapper) {
        WxCpMessageRouter router = new WxCpMessageRouter(weCom);
        router.rule()
                .async(false)
                .handler((message, context, service, sessions) -> {
                    mapper.insert(message, LocalDateTime.now());
                    return null;
                })
                .end();
        return router;
    }

    @RestController
    static class UsualController {
        private final WxCpService weCom;
        private final WxCpMessageRouter router;

        UsualController(WxCpService weCom, WxCpMessageRouter router) {
            this.weCom = weCom;
            this.router = router;
        }

        @PostMapping(CallbackServer.CALLBACK)
        String receive(
                @RequestBody String body,
                @RequestParam("msg_signature") String signature,
                @RequestParam String timestamp,
                @RequestParam String nonce) {
            WxCpXmlMessage message =
                    WxCpXmlMessage.fromEncryptedXml(body, weCom.getWxCpConfigStorage(), timestamp, nonce, signature);
            @Nullable WxCpXmlOutMessage reply = router.route(message);
            return reply == null ? "success" : reply.toEncryptedXml(weCom.getWxCpConfigStorage());
        }
    }
}
