/** The callback path: accepting, handing over, draining and waking up, beside the usual way and db-scheduler. */
@NullMarked
package io.genjin.benchmark.callback;

import org.jspecify.annotations.NullMarked;
