package dev.gantry.engine.release;

import dev.gantry.bundle.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The words of the <a
 * href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune">ApplySet
 * specification</a>, by which other tools understand our inventory.
 */
public final class ApplySet {

    /** The label of a member, whose value is the id of its set. */
    public static final String PART_OF = "applyset.kubernetes.io/part-of";

    /** The label of the parent, whose value is the id of the set. */
    public static final String PARENT_ID = "applyset.kubernetes.io/id";

    /** The annotation of the parent that says which tool may change the set. */
    static final String TOOLING = "applyset.kubernetes.io/tooling";

    /** The annotation of the parent that says which kinds its members are of. */
    static final String GROUP_KINDS = "applyset.kubernetes.io/contains-group-kinds";

    /** The annotation of the parent that says in which namespaces besides its own its members are. */
    static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

    private ApplySet() {}

    /** The id of the set whose parent is this Secret. */
    static String id(String secret, String namespace) {
        MessageDigest sha256 = Digest.sha256();
        // The last part is the group, which is empty for a Secret; its dot stays.
        sha256.update((secret + "." + namespace + ".Secret.").getBytes(StandardCharsets.UTF_8));
        return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest()) + "-v1";
    }
}
