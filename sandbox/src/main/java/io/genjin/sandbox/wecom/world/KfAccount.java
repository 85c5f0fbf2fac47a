package io.genjin.sandbox.wecom.world;

/** A 微信客服 account. */
public record KfAccount(String openKfId, String name) {}
