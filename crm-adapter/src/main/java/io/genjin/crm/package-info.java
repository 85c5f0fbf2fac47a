/**
 * What every feature of the CRM shares: ids, money, a slice of a list, and the configuration that makes the stores.
 * An application starts it by importing {@link io.genjin.crm.CrmConfiguration}. It may use the JDK, Spring's wiring and
 * the {@code storage} package, and no feature may be used by this package's value types.
 */
@NullMarked
package io.genjin.crm;

import org.jspecify.annotations.NullMarked;
