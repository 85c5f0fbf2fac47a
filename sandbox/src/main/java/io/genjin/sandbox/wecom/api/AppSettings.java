package io.genjin.sandbox.wecom.api;

/** The corp and its application as the admin console would show them. */
public record AppSettings(String corpId, int agentId, String corpSecret, String kfSecret) {}
