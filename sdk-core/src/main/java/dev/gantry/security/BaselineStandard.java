package dev.gantry.security;

import static dev.gantry.security.PodParts.isWritten;
import static dev.gantry.security.PodParts.shown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import dev.gantry.security.PodParts.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link PodSecurityStandard#BASELINE} forbids.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline">Baseline</a>
 */
final class BaselineStandard {

    static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final List<String> NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");
    private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket");
    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    /** Each with the minor version of Kubernetes since which it is thought to be safe. */
    private static final Map<String, Integer> SYSCTLS = Map.ofEntries(
            Map.entry("kernel.shm_rmid_forced", 0),
            Map.entry("net.ipv4.ip_local_port_range", 0),
            Map.entry("net.ipv4.ip_unprivileged_port_start", 0),
            Map.entry("net.ipv4.tcp_syncookies", 0),
            Map.entry("net.ipv4.ping_group_range", 0),
            Map.entry("net.ipv4.ip_local_reserved_ports", 27),
            Map.entry("net.ipv4.tcp_keepalive_time", 29),
            Map.entry("net.ipv4.tcp_fin_timeout", 29),
            Map.entry("net.ipv4.tcp_keepalive_intvl", 29),
            Map.entry("net.ipv4.tcp_keepalive_probes", 29),
            Map.entry("net.ipv4.tcp_rmem", 32),
            Map.entry("net.ipv4.tcp_wmem", 32),
            Map.entry("net.ipv4.tcp_slow_start_after_idle", 37),
            Map.entry("net.ipv4.tcp_notsent_lowat", 37));

    private static final Map<String, Integer> SELINUX_TYPES =
            Map.of("", 0, "container_t", 0, "container_init_t", 0, "container_kvm_t", 0, "container_engine_t", 31);

    private final PodTemplate template;
    private final PodNotes notes;
    private final int minor;

    BaselineStandard(PodTemplate template, PodNotes notes, int minor) {
        this.template = template;
        this.notes = notes;
        this.minor = minor;
    }

    void examine() {
        JsonNode spec = template.spec();
        for (String namespace : NAMESPACES) {
            if (spec.path(namespace).asBoolean()) {
                notes.written(namespace, "is true");
            }
        }
        JsonNode volumes = spec.path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            if (isWritten(volumes.path(i).path("hostPath"))) {
                notes.written("volumes[" + i + "].hostPath", "is set");
            }
        }
        examineContext(PodParts.pod(spec));
        examineSysctls(spec.path(PodParts.CONTEXT).path("sysctls"));
        examineAnnotations(template.tree().path("metadata").path("annotations"));
        PodParts.forEachContainer(spec, this::examineContainer);
    }

    private void examineContainer(Place container) {
        JsonNode context = container.context();
        if (context.path("privileged").asBoolean()) {
            notes.written(container.contextPath("privileged"), "is true");
        }
        for (JsonNode capability : context.path("capabilities").path("add")) {
            if (!CAPABILITIES.contains(capability.asText())) {
                notes.written(container.contextPath("capabilities.add"), "has " + capability.asText());
            }
        }
        if (!template.hasUsersOfItsOwn(minor)) {
            examineProcMount(container, notes);
        }
        examineContext(container);
        JsonNode ports = container.owner().path("ports");
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.path(i).path("hostPort").asInt();
            if (port != 0) {
                notes.written(container.path("ports[" + i + "].hostPort"), "is " + port);
            }
        }
        if (minor >= 34) {
            for (String probe : PROBES) {
                examineHost(container, container.owner().path(probe), probe);
            }
            JsonNode lifecycle = container.owner().path("lifecycle");
            for (String hook : HOOKS) {
                examineHost(container, lifecycle.path(hook), "lifecycle." + hook);
            }
        }
    }

    static void examineProcMount(Place container, PodNotes notes) {
        JsonNode mount = container.context().path("procMount");
        if (isWritten(mount) && !mount.asText().equals("Default")) {
            notes.written(container.contextPath("procMount"), "is " + mount.asText());
        }
    }

    private void examineHost(Place container, JsonNode owner, String path) {
        if (owner.isMissingNode()) {
            return;
        }
        for (String handler : HANDLERS) {
            JsonNode host = owner.path(handler).path("host");
            if (isWritten(host) && !host.asText().isEmpty()) {
                notes.written(container.path(path + "." + handler + ".host"), "is " + shown(host));
            }
        }
    }

    /** What both pods and containers can state. */
    private void examineContext(Place place) {
        JsonNode context = place.context();
        if (context.isMissingNode()) {
            return;
        }
        if (context.path("windowsOptions").path("hostProcess").asBoolean()) {
            notes.written(place.contextPath("windowsOptions.hostProcess"), "is true");
        }
        JsonNode linux = context.path("seLinuxOptions");
        String type = linux.path("type").asText("");
        if (SELINUX_TYPES.getOrDefault(type, Integer.MAX_VALUE) > minor) {
            notes.written(place.contextPath("seLinuxOptions.type"), "is " + type);
        }
        for (String field : List.of("user", "role")) {
            String value = linux.path(field).asText("");
            if (!value.isEmpty()) {
                notes.written(place.contextPath("seLinuxOptions." + field), "is " + value);
            }
        }
        for (String profile : List.of("appArmorProfile", "seccompProfile")) {
            JsonNode chosen = context.path(profile).path("type");
            if (isWritten(chosen) && !PROFILES.contains(chosen.asText())) {
                notes.written(place.contextPath(profile + ".type"), "is " + chosen.asText());
            }
        }
    }

    private void examineSysctls(JsonNode sysctls) {
        for (int i = 0; i < sysctls.size(); i++) {
            String name = sysctls.path(i).path("name").asText();
            if (SYSCTLS.getOrDefault(name, Integer.MAX_VALUE) > minor) {
                notes.written("securityContext.sysctls[" + i + "].name", "is " + name);
            }
        }
    }

    /** How AppArmor was chosen before there was a field for it. */
    private void examineAnnotations(JsonNode annotations) {
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            String value = annotation.getValue().asText();
            boolean allowed = value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
            if (annotation.getKey().startsWith(APP_ARMOR) && !allowed) {
                notes.writtenInMetadata(FieldPath.child("annotations", annotation.getKey()), "is " + value);
            }
        }
    }
}
