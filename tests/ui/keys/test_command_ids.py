"""The ids of commands are what people write in their settings: none is ever renamed."""

from __future__ import annotations

from reader.ui.keys.contexts import all_commands

PROMISED = set(
    """
    add-downloads add-files add-selected add-this-folder browse-files change-folding change-list-view
    change-scope change-setting chapter-end chapter-start choose-passage clear-filter close-bookmarks
    close-browser close-help close-look close-note close-notice close-options close-palette close-rules
    close-search close-settings close-versions colour-one continue-reading copy-passage count-reading
    cycle-tag delete-chosen delete-one delete-shelf drop-filter drop-note drop-rule edit-note edit-one
    filter-all filter-marks filter-works find-in-help find-next find-previous find-setting find-tag
    find-text first-row fold-facet follow-link go-back go-forward go-further go-home go-to go-to-note
    go-to-share hide-tag keep-note last-row leave leave-folder leave-line leave-mode leave-passage
    let-go look-again mark-passage mark-passage-with-note mark-with-note merge-tag narrow-measure
    next-chapter next-colour next-found-work next-in-help next-in-note next-link next-link-in-note
    next-page next-pane next-result next-results next-row next-rows next-scene next-theme next-value no
    note-work only-page open-bookmark open-folder open-passage passage-begin-here passage-colour
    passage-line-down passage-line-up passage-other-end passage-page-back passage-page-on
    passage-paragraph-back passage-paragraph-on passage-sentence-back passage-sentence-on
    passage-word-back passage-word-on place-here place-one previous-chapter previous-found-work
    previous-in-help previous-in-note previous-link previous-link-in-note previous-page previous-pane
    previous-result previous-results previous-row previous-rows previous-scene previous-theme
    previous-value put-under quit rate-works read-added read-best read-version read-work remove-work
    rename-shelf reset-measure reset-value reverse-sort save-shelf search-texts select-down select-file
    select-range select-shown select-up select-work set-status show-all-bookmarks show-author
    show-bookmarks show-contents show-dot-files show-help show-hidden show-look show-palette show-rules
    show-series show-settings show-tags show-versions sort-all sort-marks sort-works tag-works take-away
    take-option take-suggestion take-words to-end-notes toggle-either toggle-mark toggle-notes
    toggle-own-look toggle-repair toggle-spread uncount-reading undo undo-change undo-delete undo-drop
    widen-measure work-end work-start yes
    """.split()
)
"""A new command is added here with its release; one that goes, or has another name, breaks settings."""


def test_no_command_that_settings_may_name_has_gone() -> None:
    assert PROMISED - {*all_commands()} == set()


def test_every_command_that_settings_may_name_is_promised() -> None:
    assert {*all_commands()} - PROMISED == set()
