/** What the API servers say. The only place that knows Fabric8. */
@NullMarked
package io.dualsight.cluster;

import org.jspecify.annotations.NullMarked;
