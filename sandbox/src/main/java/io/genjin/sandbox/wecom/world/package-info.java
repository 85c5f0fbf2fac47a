/**
 * What the simulated WeCom knows: people, tokens, messages and the cards on each phone, groups, media, 微信客服 sessions.
 * Changed by the API, by callbacks' replies and by the drivers of the phones, always while holding the monitor of
 * {@link io.genjin.sandbox.wecom.world.World}. May use the JDK and Jackson's tree; knows neither HTTP nor callbacks.
 */
@NullMarked
package io.genjin.sandbox.wecom.world;

import org.jspecify.annotations.NullMarked;
