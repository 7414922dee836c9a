print("xlsxreport")
