package io.genjin.sandbox.wecom.world;

/** A department (doc 90208); the root has id 1 and parent 0. */
public record Department(int id, String name, int parentId) {}
