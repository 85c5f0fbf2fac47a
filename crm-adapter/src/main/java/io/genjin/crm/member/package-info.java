/**
 * The people of the company as WeCom knows them, with their roles here and who reports to whom.
 * Synchronisation and an administrator's page change it; every other feature asks it who somebody is and what they may
 * see. It may use the JDK and the module's storage, and no other feature.
 */
@NullMarked
package io.genjin.crm.member;

import org.jspecify.annotations.NullMarked;
