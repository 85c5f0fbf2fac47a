/**
 * The page that shows the phones, and WeCom's two login pages. Started by a browser. May use phone, api, callback and
 * world; tests use the phones directly.
 */
@NullMarked
package io.genjin.sandbox.wecom.page;

import org.jspecify.annotations.NullMarked;
