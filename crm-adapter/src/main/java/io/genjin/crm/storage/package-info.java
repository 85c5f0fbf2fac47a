/**
 * How values of ours look in the database: instants, lists, sets of constants.
 * The stores of every feature call it. It may use MyBatis and Jackson, and knows no feature.
 */
@NullMarked
package io.genjin.crm.storage;

import org.jspecify.annotations.NullMarked;
