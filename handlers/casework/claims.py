"""Every timer that the bot counts with and every claim that it makes, with what each rests on.

The date on the buyer's own screen always wins. Where sources are few, old or at odds, the buyer
reads the claim as a 目安 or as something that may be: a test holds the texts to it. Whoever learns
better changes one line here, and the texts that the line names.
"""

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["several sources", "one source", "sources disagree", "our inference"]
ARTICLE = "The article on declining proposals that this bot answers"
HELP = "AliExpress's help for buyers, as copied on several sites"


@dataclass(frozen=True, slots=True)
class Timer:
    """How long a clock usually runs: days, or Japanese business days."""

    name: str
    days: int
    source: str
    age: str
    certainty: Certainty
    business: bool = False
    of: str = ""

    @property
    def kind(self) -> str:
        """The kind of deadline that it is the usual length of."""
        return self.of or self.name


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that the bot says of AliExpress, PayPal or cards, and the texts that say it."""

    says: str
    source: str
    age: str
    certainty: Certainty
    texts: tuple[str, ...]


TIMERS = {
    timer.name: timer
    for timer in (
        Timer("open_from", 11, f"{HELP}: from the 11th day after shipping", "2021-2024",
              "several sources"),
        Timer("protection_end", 60, "The order's own page; guides say 60, 75 or 90 days",
              "2020-2025", "sources disagree"),
        Timer("extension", 5, f"{HELP}: only the seller lengthens the protection", "2019-2022",
              "several sources", of="protection_end"),
        Timer("open_until", 15, f"{HELP}: 15 days after the delivery time or the receipt",
              "2021-2024", "several sources"),
        Timer("seller_response", 5, "AliExpress's seller guides: the seller answers within 5 days",
              "2021-2024", "several sources"),
        Timer("ae_step_in", 7, "AliExpress's seller guides: it joins within 7 days of the "
              f"opening; {ARTICLE} shows the day as 「AliExpress Steps In」", "2017-2024",
              "several sources"),
        Timer("accept_decline", 3, f"{ARTICLE}: final about three days after a proposal",
              "2019-2022", "one source"),
        Timer("negotiation_end", 7, f"{ARTICLE}: Negotiation Finished, Estimated Time",
              "2019-2022", "one source"),
        Timer("return_ship", 10, f"{HELP}: 10 days to send it and to enter the tracking number",
              "2020-2024", "several sources"),
        Timer("seller_receive", 30, "Common knowledge among buyers; no page found that says it",
              "unknown", "our inference"),
        Timer("refund_arrival", 20, f"{HELP}: 3 to 20 business days; newer pages 1 to 10",
              "2018-2024", "sources disagree", business=True),
        Timer("appeal", 7, "A rule for sellers: within 7 days of the end; for buyers inferred",
              "2015-2022", "our inference"),
        Timer("appeal_result", 5, "A buyer's case page: 「wait for 2-5 working days」", "2020-2022",
              "one source", business=True),
        Timer("paypal_open", 180, "PayPal's help for Japan: 180 days from the payment", "2021",
              "several sources"),
        Timer("paypal_escalate", 20, "PayPal's help for Japan: 20 days from the dispute", "2021",
              "several sources"),
        Timer("card_chargeback", 120, "Card networks' rules; issuers in Japan may set less",
              "2023-2025", "sources disagree"),
        Timer("support_reply", 3, "Our own choice of when to look again", "2026", "our inference"),
    )
}  # fmt: skip

CLAIMS = (
    Claim("Accepting ends the dispute for good", ARTICLE, "2019-2022", "several sources",
          ("trap-accept_is_final", "trap-seller_accept", "pb-what_if_decline-answer",
           "step-accept_offer-app", "step-accept_offer-pc")),
    Claim("Editing a proposal overwrites it", ARTICLE, "2019-2022", "several sources",
          ("pb-decline_proposal-answer", "step-edit-app")),
    Claim("Without new evidence the judgement tends to stay", "Our reading of many cases", "2026",
          "our inference", ("trap-decline_alone",)),
    Claim("Evidence all Valid and a full refund proposed: it will probably be granted", ARTICLE,
          "2019-2022", "one source", ("pb-seller_keeps_rejecting-answer", "trap-new_evidence")),
    Claim("Cases often end before the estimated time", ARTICLE, "2019-2022", "several sources",
          ("trap-closes_early", "do-negotiation_end")),
    Claim("A case that was cancelled after the protection ended cannot be opened again",
          "Buyers' guides of several countries", "2017-2022", "sources disagree", ("trap-cancel",)),
    Claim("A cancelled case can be opened again while the protection runs",
          "Buyers' guides of several countries", "2017-2022", "sources disagree",
          ("trap-cancel_left", "outcome-note-withdrawn")),
    Claim("Goods sent again have no protection", ARTICLE, "2019-2022", "several sources",
          ("trap-resend", "outcome-note-resend")),
    Claim("AliExpress shows Pacific time", "AliExpress's help and guides of several countries",
          "2015-2025", "several sources",
          ("trap-pacific", "trap-protection_over", "zone-answer")),
    Claim("A partial refund is possible though the seller was wrong", ARTICLE, "2019-2022",
          "several sources", ("trap-partial_possible",)),
    Claim("Judgements differ by officer", ARTICLE, "2019-2022", "one source",
          ("trap-officer", "checklist-disclaimer")),
    Claim("An appeal can be filed once", "A rule for sellers, and buyers' case pages", "2015-2022",
          "one source", ("trap-appeal_once", "do-appeal", "outcome-note-zero", "outcome-note-lost",
                         "pb-final_judgement_unhappy-answer")),
    Claim("An appeal is decided in 2 to 5 working days", "A buyer's case page", "2020-2022",
          "one source", ("step-wait_result-how",)),
    Claim("Where no button shows, a proposal may be accepted by the system", ARTICLE, "2019-2022",
          "one source", ("pb-accept_button_missing-answer", "step-accept_ae-missing",
                         "step-accept_offer-missing", "silence-ae_proposal")),
    Claim("About three days after the seller's proposal is declined it is final", ARTICLE,
          "2019-2022", "one source",
          ("pb-wrong_address_valid_wait-answer", "step-wait_three-how", "step-wait_three")),
    Claim("Two mails of agreement are mostly nothing to worry about", ARTICLE, "2019-2022",
          "one source", ("pb-agreement_mail_twice-answer",)),
    Claim("“Sent to a wrong address” is judged Valid more often than “not received”", ARTICLE,
          "2019-2022", "one source", ("trap-wrong_address_word",)),
    Claim("No proof was found that a list takes buttons away", ARTICLE, "2019-2022", "one source",
          ("trap-no_proof_of_list",)),
    Claim("The page of a dispute opens from the order, though the list is empty", ARTICLE,
          "2019-2022", "one source", ("pb-dispute_page_missing-answer",)),
    Claim("A changed reason shifts the postage to the buyer", "Guides in Japanese and Russian",
          "2018-2022", "several sources",
          ("trap-own_reason", "pb-seller_asks_change_reason-answer")),
    Claim("A return counts once its tracking number is entered, within 10 days", HELP, "2020-2024",
          "several sources", ("trap-return_both", "do-return_ship", "silence-return_goods",
                              "pb-return_goods-answer", "outcome-note-return_refund",
                              "step-note_return-how")),
    Claim("A free return goes to a warehouse in Japan with a code", "One guide in Japanese",
          "2024", "one source", ("step-free_return-how",)),
    Claim("A dispute can be opened from the 11th day after shipping", HELP, "2021-2024",
          "several sources", ("pb-cannot_open_dispute-answer", "step-check_shipped-how",
                              "step-file_dispute-missing")),
    Claim("… and until 15 days after the order ended", HELP, "2021-2024", "several sources",
          ("pb-not_received_protection-answer", "step-check_delivery-how", "do-open_until",
           "silence-in_transit", "silence-open_window", "silence-completed_15d",
           "asked-protection_end")),
    Claim("Without an answer of the seller the request is carried out",
          "AliExpress's seller guides", "2021-2024", "several sources",
          ("silence-seller_response",)),
    Claim("Without an agreement AliExpress steps in by itself", "AliExpress's seller guides",
          "2017-2024", "several sources", ("silence-negotiation",)),
    Claim("An extension is asked for 48 hours before a dispute", HELP, "2019-2022",
          "several sources", ("step-extend-app", "step-extend-pc")),
    Claim("Delivered may show up to two days too early", "One guide in Japanese", "2021",
          "one source", ("step-ask_neighbour-how",)),
    Claim("A refund takes 3 to 20 business days", HELP, "2018-2024", "sources disagree",
          ("pb-refund_arrival-answer", "outcome-note-full_refund", "outcome-note-partial_refund")),
    Claim("After 20 business days the bank is asked", HELP, "2018-2024", "several sources",
          ("step-ask_bank", "step-ask_bank-how", "asked-refund_arrival")),
    Claim("Pictures up to 2 MB, JPG or PNG", "AliExpress's old help on evidence", "2015-2020",
          "several sources", ("step-small_files-how", "step-evidence-note", "evidence-too-large")),
    Claim("Videos of 15 to 30 seconds", "One guide in English", "2023", "one source",
          ("step-evidence-note", "evidence-too-large-video")),
    Claim("PayPal: 180 days, then 20 to escalate", "PayPal's help for Japan", "2021",
          "several sources", ("step-paypal-how", "do-paypal_open", "do-paypal_escalate")),
    Claim("Cards: 120 days, by the 90th to be safe", "Card networks; a guide for Japan",
          "2023-2025", "sources disagree", ("step-card-how", "do-card_chargeback")),
    Claim("CCJ advises free of charge by a web form, not on resale", "国民生活センター's own pages",
          "2024", "several sources", ("step-ccj-how",)),
    Claim("A claim at PayPal or the card may stop the dispute", "Common knowledge among buyers",
          "unknown", "our inference", ("trap-not_parallel",)),
    Claim("Many disputes may get an account limited", "Forums of several countries", "2018-2022",
          "sources disagree", ("step-tips_record-how", "trap-many_disputes")),
    Claim("The help centre's people answer after “agent” was sent several times",
          "Chats that buyers published", "2017-2022", "several sources",
          ("pb-reach_human-answer", "step-say_agent-how")),
)  # fmt: skip
"""What the texts say, and on what; advice that claims nothing needs no line."""

HEDGES = {
    "ja": ("目安", "ことがあり", "こともあり", "ことも", "可能性", "ようです", "言われて", "無難",
           "安全", "ほど", "多い", "やすい", "見込み", "見つかっていません", "なりやすい", "ころ",
           "大きく変わる"),
    "en": ("usual", "may", "often", "can ", "about", "seem", "said to", "likely", "probabl",
           "mostly", "tend", "sometimes", "safe", "no proof", "rule of thumb", "could", "around",
           "up to"),
}  # fmt: skip
"""Words by which a claim that is not certain is told as such."""
UNCERTAIN = frozenset({"one source", "sources disagree", "our inference"})
