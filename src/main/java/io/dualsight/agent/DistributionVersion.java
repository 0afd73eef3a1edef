package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of the distribution that is installed. RKE2 names its data folder after it. k3s tells it when asked,
 * which costs more than all the other probes, so its answer is kept for as long as the binary stays the same.
 */
final class DistributionVersion {

    /** {@code v1.29.6-rke2r1-2d8e5c4a9f33}: the version with a hyphen for its plus sign, and a hash. */
    private static final Pattern DATA_FOLDER =
            Pattern.compile("(v\\d+\\.\\d+\\.\\d+(?:-(?:rc|alpha|beta)\\S*?)?)-(\\S+)-[0-9a-f]{6,}");

    /** {@code k3s version v1.31.5+k3s1 (56ec5dd4)}, {@code Kubernetes v1.31.5}. */
    private static final Pattern ANSWER = Pattern.compile("(?:version|Kubernetes) (v\\S+)");

    private final HostFiles files;
    private final Programs programs;
    private @Nullable String askedOf;
    private @Nullable String answered;

    DistributionVersion(HostFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
    }

    @Nullable
    String of(Distribution distribution) throws IOException {
        return switch (distribution) {
            case RKE2 -> rke2(distribution.dataFolder() + "/bin");
            case K3S -> asked("/usr/local/bin/k3s");
            case KUBEADM -> asked("/usr/bin/kubelet");
        };
    }

    /** The link {@code bin} leads into the folder of the version that runs. */
    private @Nullable String rke2(String link) throws IOException {
        if (!files.exists(link)) {
            throw new UnreadableException(link, "no such file");
        }
        Path parent = files.at(link).getParent();
        Matcher folder = DATA_FOLDER.matcher(parent == null ? "" : String.valueOf(parent.getFileName()));
        if (!folder.matches()) {
            throw new UnreadableException(link, "does not lead to a folder named after a version");
        }
        return folder.group(1) + "+" + folder.group(2);
    }

    private @Nullable String asked(String binary) throws IOException {
        Path file = files.at(binary);
        if (!Files.exists(file)) {
            throw new UnreadableException(binary, "no such file");
        }
        String identity = file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        if (!identity.equals(askedOf)) {
            Matcher answer = ANSWER.matcher(programs.output(file.toString(), "--version"));
            answered = answer.find() ? answer.group(1) : null;
            askedOf = identity;
        }
        return answered;
    }
}
