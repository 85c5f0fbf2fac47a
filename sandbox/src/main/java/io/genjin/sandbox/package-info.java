/**
 * The outside world on a desk: database, Redis and the WeCom simulator together. Started from the command line by
 * {@link io.genjin.sandbox.SandboxMain} or inside a JVM by {@link io.genjin.sandbox.Sandbox#start}. May use engine and
 * wecom; it knows nothing of the bot.
 */
@NullMarked
package io.genjin.sandbox;

import org.jspecify.annotations.NullMarked;
