package dev.gantry.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares pods with the Pod Security Standards, as the admission controller of a cluster does. */
public final class PodSecurity {

    private PodSecurity() {}

    /**
     * Everything in which pods fall short of the standards: of {@link PodSecurityStandard#BASELINE} first, then what only
     * {@link PodSecurityStandard#RESTRICTED} forbids.
     *
     * @param minor the version of the standards: the minor version of Kubernetes that they belong to, such as 34
     */
    public static List<Shortfall> shortfalls(PodTemplate template, int minor) {
        List<Shortfall> found = new ArrayList<>(0);
        new BaselineStandard(template, new PodNotes(template, PodSecurityStandard.BASELINE, found), minor).examine();
        new RestrictedStandard(template, new PodNotes(template, PodSecurityStandard.RESTRICTED, found), minor)
                .examine();
        return Collections.unmodifiableList(found);
    }
}
