package io.genjin.bot.doctor;

import io.genjin.bot.platform.SharedState;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Redis answers and is new enough. Without it every node goes on by itself: see {@link SharedState}. */
@Component
@Order(90)
class RedisCheck implements Check {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)");

    private final RedisConnectionFactory redis;

    RedisCheck(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public Finding look(Round round) {
        String version;
        try (RedisConnection connection = redis.getConnection()) {
            version = version(connection.serverCommands().info("server"));
        } catch (RuntimeException away) {
            // Redisson reports an absent server through several unrelated exception types.
            return Finding.bad("连不上；各节点先各自工作，登录和限速不共享", "检查 spring.data.redis.host、port、password，以及 Redis 是否在运行");
        }
        return newEnough(version)
                ? Finding.good("Redis " + version)
                : Finding.bad("Redis " + version + " 太旧", "换成 Redis 6.2 以上");
    }

    /** In a cluster every name carries its node in front. */
    private static String version(Properties info) {
        return info.stringPropertyNames().stream()
                .filter(name -> name.endsWith("redis_version"))
                .map(info::getProperty)
                .findFirst()
                .orElse("");
    }

    static boolean newEnough(String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.lookingAt()) {
            return true;
        }
        int major = Integer.parseInt(number.group(1));
        return major > 6 || major == 6 && Integer.parseInt(number.group(2)) >= 2;
    }
}
