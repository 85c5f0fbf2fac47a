/**
 * Says what is wrong with an installation and what to mend first: at the start, by {@code java -jar genjin.jar doctor},
 * on the administrators' page and in health. The command line, a page view or a health request starts it. It may use
 * wecom, platform and access; nothing uses it.
 */
@NullMarked
package io.genjin.bot.doctor;

import org.jspecify.annotations.NullMarked;
