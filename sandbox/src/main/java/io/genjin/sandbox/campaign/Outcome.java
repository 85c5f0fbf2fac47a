package io.genjin.sandbox.campaign;

/**
 * How a campaign ended.
 *
 * @param good whether nothing was lost, duplicated, out of order or dropped, and everything came to rest
 * @param report the table, and every finding with its ids
 */
public record Outcome(boolean good, String report) {}
