/**
 * The fault campaign: a bot of several nodes under traffic while its processes, its database and Redis are killed and
 * WeCom misbehaves, and afterwards a comparison of what it acknowledged with what exists. Started by the command line
 * ({@code campaign}) and by tests. Plan and faults follow from a seed. May use the engines and the simulator; of the bot
 * it knows the jar, the settings, the tables and the words on its buttons, never a class.
 */
@NullMarked
package io.genjin.sandbox.campaign;

import org.jspecify.annotations.NullMarked;
