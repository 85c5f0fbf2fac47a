/**
 * What {@code mvn -Pbenchmark} measures for docs/performance.md: this package holds what every part shares, each package
 * below it one way through the application. Servers and the load are processes of their own.
 */
@NullMarked
package io.genjin.benchmark;

import org.jspecify.annotations.NullMarked;
