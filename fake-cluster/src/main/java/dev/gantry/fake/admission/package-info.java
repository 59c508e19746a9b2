/** Who has a say in writes: namespaces, quotas, webhooks. */
@NullMarked
package dev.gantry.fake.admission;

import org.jspecify.annotations.NullMarked;
