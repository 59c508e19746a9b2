package dev.gantry.findings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What triggers a rule, for {@code docs/findings.md}: a static method that takes an {@code App}; one that acts on a
 * {@link Scene}; one that answers findings, and may take a folder of its own; or a blueprint, whose calls are looked at.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Example {

    /** The rule's code. */
    String value();

    /** Why it matters, and how to fix it: a sentence or two. */
    String why();

    /** The codes of what is found besides, for a rule that speaks of what follows from something else. */
    String[] after() default {};
}
