step-2-left = Words beside the names that were not saved:
