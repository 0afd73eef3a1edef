package io.dualsight.web;

import io.dualsight.store.Criterion;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.SharedCause;
import java.text.NumberFormat;
import java.util.stream.Collectors;

/** Puts what nodes have in common into a sentence. */
final class CauseWords {

    private final Wording wording;

    CauseWords(Wording wording) {
        this.wording = wording;
    }

    /** With the way to those of the filter's findings that share it. */
    FindingList.Cause cause(SharedCause cause, FindingFilter filter) {
        String traits = cause.traits().stream()
                .map(trait -> wording.text("trait." + trait.name(), trait.value()))
                .collect(Collectors.joining(" + "));
        String text = wording.text(
                "cause",
                of("cause.affected", cause.affectedWith(), cause.affected()),
                traits,
                of("cause.others", cause.othersWith(), cause.others()));
        NumberFormat form = NumberFormat.getNumberInstance(wording.locale());
        form.setMaximumFractionDigits(1);
        return new FindingList.Cause(
                text,
                wording.text("cause.lift", form.format(cause.lift())),
                FindingAddress.where(sharing(cause, filter)));
    }

    private String of(String key, int part, int whole) {
        return wording.text(key, wording.number(part), wording.number(whole));
    }

    private static FindingFilter sharing(SharedCause cause, FindingFilter filter) {
        FindingFilter sharing = filter;
        for (SharedCause.Trait trait : cause.traits()) {
            sharing = switch (trait.name()) {
                case "version" -> sharing.with(Criterion.VERSION, trait.value());
                case "cni" -> sharing.with(Criterion.CNI, trait.value());
                case "family" -> sharing.with(Criterion.FAMILY, trait.value());
                case "cluster" -> sharing.with(FindingCriterion.CLUSTER, trait.value());
                default -> sharing;
            };
        }
        return sharing;
    }
}
