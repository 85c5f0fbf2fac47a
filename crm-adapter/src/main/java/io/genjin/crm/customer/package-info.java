/**
 * The organisations that buy, their people, and which rep dealt with whom last.
 * Messages from unknown people and confirmed drafts make its records. It may use the members' ids and the module's
 * storage.
 */
@NullMarked
package io.genjin.crm.customer;

import org.jspecify.annotations.NullMarked;
