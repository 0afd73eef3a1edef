/**
 * Predicts which addresses k3s and RKE2, kubelet, Calico and flannel will choose on a host, and says why.
 *
 * <p>Everything here is what those programs do, error texts word for word, whether it is sensible or not; what to think
 * of the outcome is for {@code io.dualsight.rule}. A fact that is missing makes an outcome unknown ({@code null}), never
 * guessed. Pure: no clock, no I/O but the reading of data files on the class path, no logger.
 */
@NullMarked
package io.dualsight.detect;

import org.jspecify.annotations.NullMarked;
