/**
 * Cures for a whole machine or a host as files that an administrator applies; never applied by us.
 */
@NullMarked
package io.github.tlslift.rollout;

import org.jspecify.annotations.NullMarked;
