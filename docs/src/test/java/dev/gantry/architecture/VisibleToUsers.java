package dev.gantry.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** Types that are public or protected, and so are all that they are nested in. */
final class VisibleToUsers extends DescribedPredicate<JavaClass> {

    VisibleToUsers() {
        super("are visible to users");
    }

    @Override
    public boolean test(JavaClass type) {
        return isVisible(type.getModifiers())
                && !type.isAnonymousClass()
                && type.getEnclosingClass().map(this::test).orElse(true);
    }

    static boolean isVisible(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }
}
