/**
 * The callback wire as WeCom documents it: signature, AES envelope and plain XML, written without any SDK so that it can
 * contradict one. Started by whatever sends or reads a callback. May use the JDK and Jackson's tree only.
 */
@NullMarked
package io.genjin.sandbox.wecom.wire;

import org.jspecify.annotations.NullMarked;
