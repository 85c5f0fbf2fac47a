/**
 * MariaDB, MySQL 8 and Redis as real processes on loopback, from the binaries in their Maven artifacts. Started by the
 * sandbox's command line and, one of each per JVM, by tests through {@link io.genjin.sandbox.engine.SharedEngines}. May
 * use the JDK, the artifacts' binaries and Connector/J; nothing of the WeCom simulator.
 */
@NullMarked
package io.genjin.sandbox.engine;

import org.jspecify.annotations.NullMarked;
