/**
 * The wire to WeCom: signature, decryption, callback types, the HTTP client and its errors. A callback starts it on the
 * way in, the outbox and the features on the way out. It may use platform, inbox (to keep a callback) and WxJava.
 */
@NullMarked
package io.genjin.bot.wecom;

import org.jspecify.annotations.NullMarked;
